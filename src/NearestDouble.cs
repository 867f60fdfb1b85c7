using System.Globalization;

namespace TradeBot;

/// <summary>A decimal as the nearest double.</summary>
/// <remarks>
/// The language's own conversion is off by one bit for one in four decimals of more than 15 digits, such as the volume of a cheap coin:
/// what an exchange sends as text then differs by the client that read it.
/// </remarks>
internal static class NearestDouble
{
    private const ulong ExactlyHeld = 1UL << 53;
    private const int ExactPowersOfTen = 22;

    public static double Of(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        ulong digits = (uint)parts[0] | (ulong)(uint)parts[1] << 32;
        bool isOneDivision = parts[2] == 0 && digits <= ExactlyHeld && (parts[3] >> 16 & 0xFF) <= ExactPowersOfTen; // of two exact numbers
        return isOneDivision ? (double)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
