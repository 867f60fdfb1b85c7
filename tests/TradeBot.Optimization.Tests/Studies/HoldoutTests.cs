namespace TradeBot.Optimization.Tests;

public sealed class HoldoutTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void An_opening_is_remembered_with_time_and_reason()
    {
        Assert.Empty(Holdout.OpeningsIn(_path, "ab12"));
        using (var holdout = Holdout.Open(_path, new Noon()))
        {
            Assert.Equal(800, holdout.Lock("ab12", rows: 1000));
            Assert.Equal(800, holdout.Unlock("ab12", "final check"));
        }

        using var again = Holdout.Open(_path);
        Assert.Equal(800, again.Lock("ab12", rows: 1000));
        Assert.Equal([new HoldoutOpening("ab12", new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc), "final check")], again.OpeningsOf("ab12"));
        Assert.Equal("opened 2026-01-05 12:00 UTC: final check", again.OpeningsOf("ab12")[0].ToString());
        Assert.Empty(again.OpeningsOf("cd34"));
        Assert.Single(Holdout.OpeningsIn(_path, "ab12"));
    }

    [Fact]
    public void An_opening_is_found_by_the_data_that_studies_search()
    {
        using (var holdout = Holdout.Open(_path))
        {
            holdout.Lock("ab12", rows: 1000);
            holdout.Lock("ab12", rows: 1000, researchHash: row => $"first {row} of ab12");
            holdout.Lock("ab12", rows: 1000, researchHash: row => $"first {row} of ab12");
            holdout.Unlock("ab12", "final check");
        }

        Assert.Equal("final check", Assert.Single(Holdout.OpeningsIn(_path, "first 800 of ab12")).Reason);
        Assert.Equal(3, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public void A_boundary_does_not_move()
    {
        using var holdout = Holdout.Open(_path);
        holdout.Lock("ab12", rows: 1000, share: 0.2);

        Assert.Throws<InvalidOperationException>(() => holdout.Lock("ab12", rows: 1000, share: 0.1));
        Assert.Throws<InvalidOperationException>(() => holdout.Unlock("cd34", "curious"));
        Assert.Throws<ArgumentException>(() => holdout.Unlock("ab12", " "));
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    }
}
