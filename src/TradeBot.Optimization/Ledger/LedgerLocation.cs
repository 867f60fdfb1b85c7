using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Optimization;

/// <summary>The location of the shared ledger, and the names of its files.</summary>
/// <param name="Folder">The folder; null for none.</param>
/// <param name="IsOff">True when no trials are recorded.</param>
/// <param name="IsAlone">True when only the entries of this process are read.</param>
internal readonly record struct LedgerLocation(string? Folder, bool IsOff = false, bool IsAlone = false)
{
    public const string FolderName = "trials", Extension = ".jsonl";

    private const string Data = "data", Candles = "*_*.csv*";
    private const int StemLength = 16;

    /// <summary>The location for a value of the variable; by default next to the nearest candles, or in the user's data.</summary>
    public static LedgerLocation Find(string? variable, string directory) =>
        Stated(variable) ?? new(Path.Combine(NearestCandles(directory) ?? Path.Combine(UserFolder, "TradeBot"), FolderName), IsAlone: variable == TrialLedger.Alone);

    /// <summary>The location for a value of the variable; by default in the folder of the candles.</summary>
    public static LedgerLocation Beside(string? variable, string folder) => Stated(variable) ?? new(Path.Combine(folder, FolderName), IsAlone: variable == TrialLedger.Alone);

    /// <summary>The prefix of a data set's file names.</summary>
    public static string StemOf(string? dataHash) => dataHash switch
    {
        null => "unstated",
        { Length: > StemLength } when dataHash.All(char.IsAsciiHexDigitLower) => dataHash[..StemLength],
        _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataHash)))[..StemLength],
    };

    private static string UserFolder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static LedgerLocation? Stated(string? variable) => variable switch
    {
        null or "" or TrialLedger.Alone => null,
        "off" => new(null, IsOff: true),
        "memory" => new(null),
        _ => new(variable),
    };

    private static string? NearestCandles(string directory)
    {
        for (DirectoryInfo? at = new(directory); at is not null; at = at.Parent)
        {
            string data = Path.Combine(at.FullName, Data);
            if (HoldsCandles(data) || (Directory.Exists(data) && Directory.EnumerateDirectories(data).Any(HoldsCandles)))
                return data;
        }

        return null;
    }

    private static bool HoldsCandles(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, Candles).Any();
}
