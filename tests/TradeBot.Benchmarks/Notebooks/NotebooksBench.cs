using System.Globalization;
using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Notebooks;

/// <summary>The same notebooks, unattended, by our command, by <c>dotnet-repl</c> and by .NET Interactive's Jupyter kernel: from the start of a process to its end.</summary>
internal static class NotebooksBench
{
    private const int Rounds = 3;

    private static readonly string[] Trivial =
    [
        "1 + 1", "int a = 5;", "a * 2", "\"text\"", "var xs = new[] { 1, 2, 3 }; xs.Sum()", "Console.WriteLine(\"line\");",
        "int F(int n) => n * n;", "F(7)", "Enumerable.Range(0, 10).Select(i => i * i).ToArray()", "new { A = 1, B = \"x\" }", "Math.Sqrt(2)", "DateTime.UnixEpoch",
    ];

    public static void Run(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-notebooks-").FullName;
        try
        {
            NotebookPeer[] peers = [.. NotebookPeer.All(folder).Where(peer => IsThere(peer, output))];
            Measure(output, "twelve trivial cells", Write(folder), peers);
            foreach (string name in (string[])["00-quickstart", "06-multi-asset"])
                Measure(output, name, Repository.PathOf("notebooks", name + ".ipynb"), peers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsThere(NotebookPeer peer, TextWriter output)
    {
        if (peer.Missing is not { } missing)
            return true;
        output.WriteLine($"{peer.Name}: not measured, {missing} is not there; {peer.Remedy}");
        return false;
    }

    /// <summary>Each in turn in each round, so that all meet the same load; the least of the rounds counts.</summary>
    private static void Measure(TextWriter output, string name, string notebook, NotebookPeer[] peers)
    {
        var least = new Dictionary<NotebookPeer, (double Wall, double Cpu)>();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (NotebookPeer peer in peers)
            {
                (double wall, double cpu) = peer.Run(notebook);
                (double Wall, double Cpu) known = least.GetValueOrDefault(peer, (double.PositiveInfinity, double.PositiveInfinity));
                least[peer] = (Math.Min(known.Wall, wall), Math.Min(known.Cpu, cpu));
            }
        }

        (double Wall, double Cpu) ours = least[peers[0]];
        output.WriteLine($"{name}, least of {Rounds} rounds; ratios are to {peers[0].Name}");
        foreach (NotebookPeer peer in peers)
        {
            (double wall, double cpu) = least[peer];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {peer.Name,-44} {wall,7:0.00} s ({wall / ours.Wall:0.00}), processors {cpu,7:0.00} s ({cpu / ours.Cpu:0.00})"));
        }
    }

    private static string Write(string folder)
    {
        object[] cells = [.. Trivial.Select((code, i) => new { cell_type = "code", id = $"cell-{i}", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source = code })];
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName, "trivial.ipynb");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            cells,
            metadata = new { kernelspec = new { name = ".net-csharp", display_name = ".NET (C#)", language = "C#" }, language_info = new { name = "C#" } },
            nbformat = 4,
            nbformat_minor = 5,
        }));
        return path;
    }
}
