using System.Globalization;

namespace TradeBot.Reporting;

/// <summary>A sequential colour scale whose lightness rises with the value, readable with colour blindness and in grey print; or a diverging one that is darker on both sides of a light middle.</summary>
/// <remarks>
/// Source of the rising stops: viridis, S. van der Walt and N. Smith, matplotlib, 2015 (CC0). The diverging ones go from
/// vermilion to blue, which are distinct for all common forms of colour vision.
/// </remarks>
internal static class ColorScale
{
    /// <summary>How many distinct colours a picture uses.</summary>
    public const int Levels = 64;

    private static readonly int[] Stops =
    [
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725,
    ];

    private static readonly int[] DivergingStops = [0x7F2F00, 0xD55E00, 0xF3B183, 0xF5F5F5, 0x9CC6E8, 0x2E7FBE, 0x0A3C75];

    /// <summary>The level of a fraction: 0 to <see cref="Levels"/> − 1, not decreasing in the fraction.</summary>
    public static int Level(double fraction) => (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Levels - 1));

    /// <summary>The colour of a level as #rrggbb.</summary>
    public static string Color(int level, bool diverging = false) => "#" + Rgb(level, diverging).ToString("x6", CultureInfo.InvariantCulture);

    /// <summary>Relative luminance of a level as WCAG defines it, 0 (black) to 1 (white).</summary>
    public static double Luminance(int level, bool diverging = false)
    {
        int rgb = Rgb(level, diverging);
        return 0.2126 * Channel(rgb >> 16) + 0.7152 * Channel(rgb >> 8) + 0.0722 * Channel(rgb);
    }

    /// <summary>Black or white, whichever is easier to read on a level.</summary>
    public static string TextColor(int level, bool diverging = false) => Luminance(level, diverging) > 0.179 ? "#000" : "#fff";

    private static int Rgb(int level, bool diverging)
    {
        int[] stops = diverging ? DivergingStops : Stops;
        double place = level * (stops.Length - 1) / (double)(Levels - 1);
        int index = Math.Min((int)place, stops.Length - 2);
        double between = place - index;
        return Mix(16) << 16 | Mix(8) << 8 | Mix(0);

        int Mix(int shift)
        {
            int low = stops[index] >> shift & 0xFF, high = stops[index + 1] >> shift & 0xFF;
            return (int)Math.Round(low + between * (high - low));
        }
    }

    private static double Channel(int value)
    {
        double share = (value & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
