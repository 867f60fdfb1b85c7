using System.Diagnostics;
using System.Globalization;

namespace TradeBot.MarketData.Tests.Storage;

/// <summary>This assembly as a program: writes candles until it is ended or can write no more.</summary>
internal static class FaultProcess
{
    private const int MostSteps = 100_000;

    /// <param name="arguments">The folder to write in, the seed of the writes, and how many to do at most.</param>
    /// <returns>0 when all writes were done, 3 when one failed and the store still held what it must.</returns>
    public static int Main(string[] arguments)
    {
        string folder = arguments[0];
        int most = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : MostSteps;
        Dictionary<string, CandleStore> stores = FaultScript.Symbols.ToDictionary(symbol => symbol, symbol => FaultScript.Open(folder, symbol));
        FaultModel model = FaultModel.Of(folder);
        int done = 0;
        foreach (FaultStep step in FaultScript.Steps(int.Parse(arguments[1], CultureInfo.InvariantCulture)).Take(most))
        {
            try
            {
                FaultScript.Run(step, stores[step.Symbol]);
            }
            catch (IOException exception)
            {
                Console.Out.WriteLine(exception.Message);
                model.AssertHeld(folder, step);
                return 3;
            }

            model.Apply(step);
            Console.Out.WriteLine(++done);
        }

        return 0;
    }

    /// <summary>Starts this program.</summary>
    /// <param name="shell">A command line of sh that runs it as "$@"; none runs it directly.</param>
    /// <param name="arguments">As <see cref="Main"/> takes them.</param>
    public static Process Start(string? shell, params string[] arguments)
    {
        string host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        string[] program = [host, "exec", typeof(FaultProcess).Assembly.Location, .. arguments];
        string[] command = shell is null ? program : ["sh", "-c", shell, "sh", .. program];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["DOTNET_TieredPGO"] = "0"; // a shorter start
        return Process.Start(start)!;
    }
}
