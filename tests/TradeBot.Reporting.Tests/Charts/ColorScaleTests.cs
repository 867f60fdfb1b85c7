namespace TradeBot.Reporting.Tests.Charts;

public class ColorScaleTests
{
    [Fact]
    public void Lightness_rises_with_every_level()
    {
        for (int level = 1; level < ColorScale.Levels; level++)
            Assert.True(ColorScale.Luminance(level) > ColorScale.Luminance(level - 1), $"Level {level} is not lighter than the one before.");
    }

    [Fact]
    public void Levels_never_fall_as_values_rise()
    {
        int[] levels = [.. Enumerable.Range(0, 1001).Select(i => ColorScale.Level(i / 1000.0))];

        Assert.Equal(levels.Order(), levels);
        Assert.Equal((0, ColorScale.Levels - 1), (levels[0], levels[^1]));
    }

    [Fact]
    public void Numbers_on_cells_reach_the_contrast_of_WCAG_AA()
    {
        for (int level = 0; level < ColorScale.Levels; level++)
        {
            double light = ColorScale.Luminance(level), text = ColorScale.TextColor(level) == "#fff" ? 1 : 0;
            double contrast = (Math.Max(light, text) + 0.05) / (Math.Min(light, text) + 0.05);
            Assert.True(contrast >= 4.5, $"Level {level} has a contrast of {contrast:F2}.");
        }
    }
}
