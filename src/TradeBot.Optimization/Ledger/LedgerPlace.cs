using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Optimization;

/// <summary>Where the shared ledger lies, and what its files are called.</summary>
/// <param name="Folder">The folder; null for none.</param>
/// <param name="IsOff">True when nothing is counted.</param>
/// <param name="IsAlone">True when what others counted is left out of what is read.</param>
internal readonly record struct LedgerPlace(string? Folder, bool IsOff = false, bool IsAlone = false)
{
    public const string FolderName = "trials", Extension = ".jsonl";

    private const string Data = "data", Candles = "*_*.csv*";
    private const int StemLength = 16;

    /// <summary>The place that the variable's value means; by default beside the nearest candles, or with the user.</summary>
    public static LedgerPlace Find(string? variable, string directory) =>
        Stated(variable) ?? new(Path.Combine(NearestCandles(directory) ?? Path.Combine(UserFolder, "TradeBot"), FolderName), IsAlone: variable == TrialLedger.Alone);

    /// <summary>The place that the variable's value means; by default in the folder of the candles.</summary>
    public static LedgerPlace Beside(string? variable, string folder) => Stated(variable) ?? new(Path.Combine(folder, FolderName), IsAlone: variable == TrialLedger.Alone);

    /// <summary>What the files of a data set begin with.</summary>
    public static string StemOf(string? dataHash) => dataHash switch
    {
        null => "unstated",
        { Length: > StemLength } when dataHash.All(char.IsAsciiHexDigitLower) => dataHash[..StemLength],
        _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataHash)))[..StemLength],
    };

    private static string UserFolder => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static LedgerPlace? Stated(string? variable) => variable switch
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
