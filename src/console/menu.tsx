import { Link } from '@tanstack/react-router';
import { menuOf } from './screen.ts';
import { screens } from './screens.ts';

/** The left menu, in words, for the post one acts in. */
export function Menu({ role }: { role: string | undefined }) {
  return (
    <nav aria-label="菜单" className="yc-menu">
      {menuOf(screens, role).map(({ group, screens }) => (
        <div key={group}>
          <h2>{group}</h2>
          <ul>
            {screens.map((screen) => (
              <li key={screen.path}>
                <Link
                  to={screen.path}
                  activeProps={{ className: 'yc-here', 'aria-current': 'page' }}
                >
                  {screen.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
