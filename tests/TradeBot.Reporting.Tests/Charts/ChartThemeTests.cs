using System.Globalization;

namespace TradeBot.Reporting.Tests.Charts;

public class ChartThemeTests
{
    [Fact]
    public void Every_colour_stands_out_three_to_one_on_white_and_on_near_black()
    {
        foreach (ChartColor color in Enum.GetValues<ChartColor>().Where(c => c != ChartColor.Auto))
        {
            Assert.True(1.05 / (Luminance(ChartTheme.LightColor(color)) + 0.05) >= 3, $"{color} is too faint on white.");
            Assert.True((Luminance(ChartTheme.DarkColor(color)) + 0.05) / (Luminance("#1e1e1e") + 0.05) >= 3, $"{color} is too faint on dark.");
        }
    }

    private static double Luminance(string hex)
    {
        int rgb = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return 0.2126 * Channel(rgb >> 16) + 0.7152 * Channel(rgb >> 8) + 0.0722 * Channel(rgb);
    }

    private static double Channel(int value)
    {
        double share = (value & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
