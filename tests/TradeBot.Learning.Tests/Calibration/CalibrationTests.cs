using System.Text.Json;

namespace TradeBot.Learning.Tests;

public class CalibrationTests
{
    [Fact]
    public void Probabilities_that_are_too_sure_are_drawn_in()
    {
        // The truth has half the log odds that are claimed.
        (double[] claimed, double[] targets) = Drawn(200_000, odds => odds / 2);

        var platt = PlattCalibrator.Fit(claimed, targets);
        var isotonic = IsotonicCalibrator.Fit(claimed, targets);

        Assert.Equal(0.5, platt.Slope, 0.01);
        Assert.Equal(0, platt.Intercept, 0.01);
        foreach (double odds in (double[])[-2, -1, 0, 1, 2])
        {
            Assert.Equal(Sigmoid(odds / 2), platt.Calibrate(Sigmoid(odds)), 0.01);
            Assert.Equal(Sigmoid(odds / 2), isotonic.Calibrate(Sigmoid(odds)), 0.02);
        }
    }

    [Fact]
    public void Platt_by_hand_on_two_values()
    {
        // Two log odds, −1 and 1, so the line goes through both means. Ones: 3 of 4 above, 1 of 4 below; targets are (4 + 1)/(4 + 2) and 1/(4 + 2).
        double[] probabilities = [.. Enumerable.Repeat(Sigmoid(-1), 4), .. Enumerable.Repeat(Sigmoid(1), 4)];

        var platt = PlattCalibrator.Fit(probabilities, [0, 0, 0, 1, 1, 1, 1, 0]);

        double above = (3 * 5.0 / 6 + 1.0 / 6) / 4;
        Assert.Equal(above, platt.Calibrate(Sigmoid(1)), 1e-7);
        Assert.Equal(1 - above, platt.Calibrate(Sigmoid(-1)), 1e-7);
    }

    [Fact]
    public void A_probability_that_never_varies_becomes_the_base_rate()
    {
        var platt = PlattCalibrator.Fit([0.9, 0.9, 0.9, 0.9], [0, 0, 0, 1]);

        Assert.Equal(0.25, platt.Calibrate(0.9), 1e-12);
    }

    [Fact]
    public void Isotonic_pools_neighbours_that_fall_and_draws_lines_between_steps()
    {
        // 0.1: 0; 0.2: 1 and 0.3: 0 fall, so ½; the tie at 0.4 counts ½, and so joins them: (1 + 0 + 1 + 0) / 4; 0.8: 1.
        var isotonic = IsotonicCalibrator.Fit([0.1, 0.2, 0.3, 0.4, 0.4, 0.8], [0, 1, 0, 1, 0, 1]);

        Assert.Equal([0.1, 0.2, 0.4, 0.8], isotonic.Probabilities);
        Assert.Equal([0, 0.5, 0.5, 1], isotonic.Values);
        Assert.Equal(0.25, isotonic.Calibrate(0.15), 1e-12);
        Assert.Equal(0.5, isotonic.Calibrate(0.25));
        Assert.Equal(0.75, isotonic.Calibrate(0.6), 1e-12);
        Assert.Equal((0.0, 1.0), (isotonic.Calibrate(0), isotonic.Calibrate(1)));
        Assert.Equal(double.NaN, isotonic.Calibrate(double.NaN));
    }

    [SkippableFact]
    public void Isotonic_agrees_with_scikit_learn()
    {
        JsonElement expected = ReferenceData.Expected().GetProperty("isotonic_calibration");
        Dataset data = ReferenceData.Load();
        double[] probabilities = new double[data.RowCount];
        new Logistic().Train(data, data.AllRows(), seed: 0).Predict(data, data.AllRows(), probabilities);

        var isotonic = IsotonicCalibrator.Fit(probabilities, data.Target);

        double[] calibrated = Array.ConvertAll(probabilities, isotonic.Calibrate), first = [.. expected.GetProperty("first_5").EnumerateArray().Select(value => value.GetDouble())];
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], calibrated[i], 1e-12);
        Assert.Equal(expected.GetProperty("brier").GetDouble(), Scores.Of(calibrated, data.Target, data.Returns).Brier, 1e-12);
    }

    [Theory]
    [InlineData(CalibrationMethod.Platt)]
    [InlineData(CalibrationMethod.Isotonic)]
    public void A_weight_of_two_is_two_rows(CalibrationMethod method)
    {
        (double[] claimed, double[] targets) = Drawn(300, odds => odds);
        double[] weights = [.. Enumerable.Range(0, 300).Select(i => (double)(i % 3))];
        int[] repeated = [.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Repeat(i, i % 3))];
        double[] twice = Array.ConvertAll(repeated, i => claimed[i]), targetsTwice = Array.ConvertAll(repeated, i => targets[i]);

        ICalibrator weighted = method == CalibrationMethod.Platt ? PlattCalibrator.Fit(claimed, targets, weights) : IsotonicCalibrator.Fit(claimed, targets, weights);
        ICalibrator plain = method == CalibrationMethod.Platt ? PlattCalibrator.Fit(twice, targetsTwice) : IsotonicCalibrator.Fit(twice, targetsTwice);

        Assert.All(Enumerable.Range(0, 21), i => Assert.Equal(plain.Calibrate(i / 20.0), weighted.Calibrate(i / 20.0), 1e-9));
    }

    [Theory]
    [InlineData(CalibrationMethod.Platt)]
    [InlineData(CalibrationMethod.Isotonic)]
    public void A_forest_that_overfits_is_made_honest(CalibrationMethod method)
    {
        var random = new Random(4);
        double[][] columns = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 6000).Select(_ => random.NextDouble()).ToArray())];
        Dataset data = Dataset.FromColumns(["a", "b", "c", "d", "e"], columns, [.. columns[0].Select(value => random.NextDouble() < 0.4 + 0.2 * value ? 1.0 : 0.0)]);
        int[] train = [.. Enumerable.Range(0, 3000)], test = [.. Enumerable.Range(3000, 3000)];
        var forest = new RandomForest { Trees = 20, MinLeaf = 1 };

        Scores plain = Judge(forest), calibrated = Judge(new Calibrated { Member = forest, Method = method });

        double variance = plain.BaseRate * (1 - plain.BaseRate); // the score of always predicting the base rate
        Assert.True(plain.Brier > variance + 0.01);
        Assert.InRange(calibrated.Brier, 0, variance + 0.002);

        Scores Judge(ITrainer trainer)
        {
            double[] probabilities = new double[test.Length], targets = Array.ConvertAll(test, row => data.Target[row]);
            trainer.Train(data, train, 0).Predict(data, test, probabilities);
            return Scores.Of(probabilities, targets, targets);
        }
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Dataset data = Dataset.FromColumns(["x"], [[.. Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? 100.0 : i % 10)]], [.. Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? 1.0 : i % 3 == 0 ? 1 : 0)]);

        Assert.Contains("Calibration needs probabilities", Assert.Throws<ArgumentException>(() => new Calibrated { Member = new ElasticNet { Penalty = 0 } }.Train(data, data.AllRows(), 0)).Message, StringComparison.Ordinal);
        Assert.Contains("row 1 has 2", Assert.Throws<ArgumentException>(() => PlattCalibrator.Fit([0.1, 0.2], [0, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("have the target 1", Assert.Throws<ArgumentException>(() => IsotonicCalibrator.Fit([0.1, 0.2], [1, 1])).Message, StringComparison.Ordinal);
    }

    private static (double[] Probabilities, double[] Targets) Drawn(int count, Func<double, double> truth)
    {
        var random = new Random(8);
        double[] odds = [.. Enumerable.Range(0, count).Select(_ => 6 * random.NextDouble() - 3)];
        return (Array.ConvertAll(odds, Sigmoid), [.. odds.Select(value => random.NextDouble() < Sigmoid(truth(value)) ? 1.0 : 0.0)]);
    }

    private static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));
}
