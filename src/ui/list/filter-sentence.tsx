/** One part of the sentence a list is filtered by, with what it may be changed to. */
export type Filter = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

/** The filters as a sentence to read (近亲属备案 · 未核查 · 本月); each part is a list to change it. */
export function FilterSentence({ filters }: { filters: readonly Filter[] }) {
  return (
    <div className="ym-filters" role="group" aria-label="筛选">
      {filters.map((filter) => (
        <label key={filter.key} className="ym-filter">
          <span className="ym-heard">{filter.label}</span>
          <select
            value={filter.value}
            title={filter.label}
            onChange={(event) => filter.onChange(event.target.value)}
          >
            {filter.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
