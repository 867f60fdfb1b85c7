namespace TradeBot.Notebooks;

/// <summary>A setting of the runtime, read before any code runs, with which kernels and workers start sooner.</summary>
/// <remarks>
/// The runtime keeps memory either writable or executable and maps it twice to that end. A process that runs what
/// its user types gains no safety by it, and compiles a tenth slower.
/// </remarks>
internal static class RuntimeStart
{
    public const string Variable = "DOTNET_EnableWriteXorExecute";

    public const string Value = "0";
}
