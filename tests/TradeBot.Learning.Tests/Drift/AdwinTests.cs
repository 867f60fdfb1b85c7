namespace TradeBot.Learning.Tests;

public class AdwinTests
{
    [Fact]
    public void A_change_of_the_mean_is_noticed_soon_and_the_past_is_dropped()
    {
        var detector = new Adwin();
        var random = new Random(1);
        int noticed = -1;
        for (int i = 0; i < 2000; i++)
        {
            if (detector.Update(random.NextDouble() < (i < 1000 ? 0.2 : 0.6) ? 1 : 0) && noticed < 0)
                noticed = i;
        }

        Assert.InRange(noticed, 1001, 1100);
        Assert.InRange(detector.Mean, 0.5, 0.7);
        Assert.InRange(detector.Width, 800, 1050);
    }

    [Fact]
    public void Without_a_change_alarms_are_rare()
    {
        int alarms = 0;
        for (int run = 0; run < 100; run++)
        {
            var detector = new Adwin();
            var random = new Random(run);
            for (int i = 0; i < 2000; i++)
                alarms += detector.Update(random.NextDouble() < 0.3 ? 1 : 0) ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 5); // over 200,000 values
    }

    [Fact]
    public void Mean_and_width_are_those_of_the_values_as_long_as_nothing_changes()
    {
        var detector = new Adwin();
        double sum = 0;
        for (int i = 0; i < 500; i++)
        {
            double value = i * 37 % 100 / 100.0;
            detector.Update(value);
            sum += value;
        }

        Assert.Equal(500, detector.Width);
        Assert.Equal(sum / 500, detector.Mean, 12);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_value_out_of_range_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new Adwin().Update(value));
}
