import type { ThemeConfig } from 'antd';

/**
 * The calm theme: white and light grey; one deep blue for the next act; amber only for a clock that
 * runs short, red only for overdue or refused, green only for a finished legal step (screens.md).
 */
export const colour = {
  paper: '#ffffff',
  ground: '#f4f5f7',
  line: '#d9dde2',
  edge: '#79838f',
  ink: '#1d2329',
  quiet: '#4d5761',
  faint: '#626c77',
  next: '#17477f',
  nextHover: '#1f5899',
  nextGround: '#e9f0f8',
  amber: '#865300',
  amberGround: '#fff4dc',
  red: '#ad1f17',
  redGround: '#fdeeec',
  green: '#1f6b36',
  greenGround: '#e9f5ec',
  focus: '#0b5fd0',
} as const;

export const fontFamily =
  '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Type sizes in pixels; large type (大字) is for tired eyes and projectors. */
export const typeSize = {
  usual: { font: 14, line: 22, control: 34 },
  large: { font: 18, line: 28, control: 44 },
} as const;

/** The antd theme for one of the two type sizes. */
export function themeOf(large: boolean): ThemeConfig {
  const size = large ? typeSize.large : typeSize.usual;
  return {
    cssVar: { key: 'yimen' },
    token: {
      ...tokens,
      fontSize: size.font,
      lineHeight: size.line / size.font,
      controlHeight: size.control,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Select: { optionSelectedBg: colour.nextGround, optionSelectedColor: colour.ink },
    },
  };
}

const tokens = {
  fontFamily,
  colorPrimary: colour.next,
  colorPrimaryHover: colour.nextHover,
  colorLink: colour.next,
  colorLinkHover: colour.nextHover,
  colorSuccess: colour.green,
  colorWarning: colour.amber,
  colorError: colour.red,
  colorText: colour.ink,
  colorTextSecondary: colour.quiet,
  colorTextTertiary: colour.faint,
  colorTextDescription: colour.quiet,
  colorTextPlaceholder: colour.faint,
  colorTextDisabled: colour.faint,
  colorBorder: colour.edge,
  colorBorderSecondary: colour.line,
  colorBgLayout: colour.ground,
  borderRadius: 4,
  motionDurationMid: '0.1s',
  motionDurationSlow: '0.15s',
  wireframe: false,
} as const;
