using PolicyBot.Benchmarks;

return BenchmarkCommands.Run(args, Console.Out);
