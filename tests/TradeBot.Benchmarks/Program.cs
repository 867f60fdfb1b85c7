using BenchmarkDotNet.Running;
using TradeBot.Benchmarks;

// "bench NAME" prints figures and a ratio to a reference measured in the same run; anything else goes to BenchmarkDotNet.
if (args is ["bench", ..])
    return Bench.Run(args[1..], Console.Out);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
