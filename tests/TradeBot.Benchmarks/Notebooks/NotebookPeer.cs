using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Notebooks;

/// <summary>A program that runs a notebook to its end without a person.</summary>
/// <param name="Name">As the figures name it.</param>
/// <param name="Needs">The files without which it cannot run.</param>
/// <param name="Remedy">How to get them.</param>
/// <param name="Command">What to start for a notebook, in that notebook's folder.</param>
internal sealed record NotebookPeer(string Name, IReadOnlyList<string> Needs, string Remedy, Func<string, string[]> Command)
{
    private const string Python = "/usr/bin/python3";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly string Tools = Repository.PathOf("artifacts", "tools");

    /// <summary>Where Jupyter finds its kernels, instead of the user's.</summary>
    private string JupyterFolder { get; init; } = "";

    /// <summary>The first file that it lacks; null when it can run.</summary>
    public string? Missing => Needs.FirstOrDefault(file => !Path.Exists(file));

    /// <summary>Ours first, to which ratios are given.</summary>
    /// <param name="folder">Where executed copies go.</param>
    public static IEnumerable<NotebookPeer> All(string folder)
    {
        string built = Repository.PathOf("artifacts", "bin", "TradeBot.Cli", "release", "TradeBot.Cli.dll");
        string ready = Repository.PathOf("artifacts", "publish", "TradeBot.Cli", "release", "TradeBot.Cli.dll");
        string repl = Path.Combine(Tools, "dotnet-repl"), interactive = Path.Combine(Tools, "dotnet-interactive");
        yield return new("tradebot, as built", [built], "dotnet build TradeBot.sln -c Release", notebook => ["dotnet", "exec", built, "notebook", "run", notebook, "--out", folder]);
        yield return new("tradebot, compiled ahead of time", [ready], "dotnet publish src/TradeBot.Cli -c Release -p:PublishProfile=ready", notebook => ["dotnet", "exec", ready, "notebook", "run", notebook, "--out", folder]);
        yield return new("dotnet-repl 0.3.259", [repl], "dotnet tool install dotnet-repl --version 0.3.259 --tool-path artifacts/tools",
            notebook => [repl, "--run", notebook, "--exit-after-run", "--output-format", "ipynb", "--output-path", Path.Combine(folder, "repl.ipynb")]);
        yield return new(".NET Interactive 1.0.712001 under nbconvert", [interactive, "/usr/lib/python3/dist-packages/nbconvert"], "tests/jupyter/run.sh and tests/jupyter/interactive.sh install them",
            notebook => [Python, "-W", "ignore", "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", folder, "--output", "nbconvert.ipynb", notebook])
        {
            JupyterFolder = InstallKernel(folder, interactive),
        };
    }

    /// <summary>Runs a notebook.</summary>
    /// <returns>Seconds on the clock, and of all processors together with all processes that it started and waited for; NaN where the system does not tell.</returns>
    /// <exception cref="InvalidOperationException">It failed, or took longer than ten minutes.</exception>
    public (double Wall, double Cpu) Run(string notebook)
    {
        string[] command = Command(notebook);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(notebook),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major"; // the tools are built for older runtimes
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["JUPYTER_DATA_DIR"] = JupyterFolder;
        start.Environment["TRADEBOT_TRIALS"] = "memory";
        double cpu = ChildSeconds();
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{Name} did not end within {Longest.TotalMinutes} minutes.");
        }

        double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return process.ExitCode == 0 ? (wall, ChildSeconds() - cpu) : throw new InvalidOperationException($"{Name} failed on {notebook}:\n{output.Result}\n{error.Result}");
    }

    private static string InstallKernel(string folder, string command)
    {
        string jupyter = Path.Combine(folder, "jupyter"), kernel = Path.Combine(jupyter, "kernels", ".net-csharp");
        Directory.CreateDirectory(kernel);
        string[] argv = [command, "jupyter", "--default-kernel", "csharp", "{connection_file}"];
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), JsonSerializer.Serialize(new { argv, display_name = ".NET (C#)", language = "C#" }));
        return jupyter;
    }

    /// <summary>What Linux has counted for processes that were started here and have ended, in hundredths of a second.</summary>
    private static double ChildSeconds()
    {
        if (!OperatingSystem.IsLinux())
            return double.NaN;
        string[] fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / 100;
    }
}
