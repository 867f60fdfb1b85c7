using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Trading;

/// <summary>The fingerprint of a result.</summary>
internal static class ResultHasher
{
    public static string Hash(BacktestResult result)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Fill fill in result.Fills)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $"{fill.Time.Ticks}|{fill.Symbol}|{fill.Side}|{fill.Quantity}|{fill.Price}|{fill.Fee}|{fill.Slippage}\n")));
        }

        hash.AppendData(MemoryMarshal.AsBytes(result.Equity.Times));
        hash.AppendData(MemoryMarshal.AsBytes(result.Equity.Values));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
