using TradeBot.Notebooks;

// A session alone in a process, for facts that a process shared with other tests cannot show:
// each argument is a cell; what they show goes to the console, then the names of the assemblies that are loaded.
using var session = new CSharpSession(AppContext.BaseDirectory);
foreach (string code in args)
{
    CellResult result = await session.ExecuteAsync(new CellSource("cell", code), new CellOutputLog());
    Console.WriteLine(result.Error is null ? "ok" : string.Join('\n', result.Error.Trace));
}

foreach (System.Reflection.Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
    Console.WriteLine("loaded " + assembly.GetName().Name);
