using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TradeBot.Testing;

/// <summary>Trials made by tests are no research: they are not counted, and those that a person made do not count in them. Bans by local exchanges are not remembered. Processes that tests start inherit both.</summary>
internal static class TrialsOff
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A test assembly has no other entry.")]
    public static void Set()
    {
        // A test assembly that another starts as a program is told by that one.
        if (Assembly.GetEntryAssembly() != typeof(TrialsOff).Assembly)
        {
            Environment.SetEnvironmentVariable("TRADEBOT_TRIALS", "off");
            Environment.SetEnvironmentVariable("TRADEBOT_BANS", "off");
        }
    }
}
