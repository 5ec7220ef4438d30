import { recordTests, watchEvaluator } from './mutation/stand-in.ts';

const USAGE = `npm run mutation -- formulas [--short]   mutants of the formulas of the frame
npm run mutation -- code <folder> [--own] [--quick] [--minutes=n] [--sample=n]
                                          mutants of the code of src/rules/<folder>; "." is src/rules itself
npm run mutation -- page                  docs/mutation.md from the results kept`;

const io = {
  out: (text: string) => void process.stdout.write(`${text}\n`),
  err: (text: string) => void process.stderr.write(`${text}\n`),
};

async function main([campaign = '', ...args]: string[]): Promise<number> {
  switch (campaign) {
    case 'formulas':
      recordTests();
      watchEvaluator();
      // Loaded after the stand-ins, which only later imports meet.
      return (await import('./mutation/formulas.ts')).runFormulas(args, io);
    case 'code':
      recordTests();
      return (await import('./mutation/code.ts')).runCode(args, io);
    case 'page':
      (await import('./mutation/page.ts')).writePage();
      return 0;
    default:
      io.err(USAGE);
      return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
