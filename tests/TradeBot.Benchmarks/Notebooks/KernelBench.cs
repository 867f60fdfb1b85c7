using System.Diagnostics;
using System.Globalization;
using TradeBot.Notebooks;

namespace TradeBot.Benchmarks.Notebooks;

/// <summary>How soon a kernel answers, how long a warm cell takes at the thousandth, and what a cell leaves in memory.</summary>
internal static class KernelBench
{
    private const int Cells = 1000;
    private const int Tail = 100;
    private const int Settled = 200;

    public static void Run(TextWriter output) => RunAsync(output).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter output)
    {
        await KernelStart.MeasureAsync(output);
        await MeasureCellsAsync(output);
    }

    /// <summary>Cells as researchers write them: a variable, a call, a loop in a function, a value.</summary>
    private static string Cell(int i) => (i % 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"var v{i} = Math.Sqrt({i}); v{i}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"int F{i}(int n) {{ int s = 0; for (int i = 0; i < n; i++) s += i; return s; }}\nF{i}(100)"),
        2 => string.Create(CultureInfo.InvariantCulture, $"var xs{i} = Enumerable.Range(0, 50).Select(x => x * {i}).ToArray(); xs{i}.Average()"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Console.WriteLine(v{i - 3}); v{i - 3} > 3 ? \"more\" : \"less\""),
    };

    private static async Task MeasureCellsAsync(TextWriter output)
    {
        using var session = new CSharpSession(AppContext.BaseDirectory);
        var sink = new LastOutput();
        double[] times = new double[Cells];
        TimeSpan cpu = default;
        (long Managed, long Committed, long Resident) before = default;
        for (int i = 0; i < Cells; i++)
        {
            if (i == Settled)
                before = Memory();
            if (i == Cells - Tail)
                cpu = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            CellResult result = await session.ExecuteAsync(new CellSource("cell", Cell(i)), sink);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join('\n', result.Error!.Trace));
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        (long managed, long committed, long resident) = Memory();
        double[] tail = [.. times[^Tail..].Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warm cells {Cells - Tail} to {Cells}: p50 {tail[Tail / 2]:0.0} ms, p95 {tail[Tail * 95 / 100]:0.0} ms (target 15 ms); {cpu.TotalMilliseconds / Tail:0.0} ms of all processors together"));
        const double kilobytes = 1024.0 * (Cells - Settled);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory per cell: managed {(managed - before.Managed) / kilobytes:0.0} KB, heap as committed {(committed - before.Committed) / kilobytes:0.0} KB, resident {(resident - before.Resident) / kilobytes:0.0} KB (target 80 KB)"));
    }

    /// <summary>What is held once the collector has run, on the heap and in all.</summary>
    private static (long Managed, long Committed, long Resident) Memory()
    {
        long managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (managed, GC.GetGCMemoryInfo().TotalCommittedBytes, process.WorkingSet64);
    }

    private sealed class LastOutput : IOutputSink
    {
        public CellOutput? Last { get; private set; }

        public void Receive(CellOutput output) => Last = output;
    }
}
