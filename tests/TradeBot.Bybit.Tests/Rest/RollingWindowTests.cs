using System.Threading.RateLimiting;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Tests.Rest;

public class RollingWindowTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_permit_comes_back_one_span_after_the_answer()
    {
        using var window = new RollingWindow(2, TimeSpan.FromSeconds(5), _clock);
        RateLimitLease first = await window.EnterAsync(default), second = await window.EnterAsync(default);
        Task<RateLimitLease> third = window.EnterAsync(default).AsTask(), fourth = window.EnterAsync(default).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(3));
        window.Answered(first);
        _clock.Advance(TimeSpan.FromSeconds(1));
        window.Answered(second);
        _clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(third.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1)); // 8 s: five after the first answer
        await third;
        Assert.False(fourth.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await fourth;
    }

    [Fact]
    public async Task What_was_sent_without_a_permit_is_counted()
    {
        using var window = new RollingWindow(3, TimeSpan.FromSeconds(5), _clock);
        window.Count(2);
        await window.EnterAsync(default);
        Assert.Equal(3, window.Taken);
        Task<RateLimitLease> next = window.EnterAsync(default).AsTask();
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await next;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_span_at_the_server_ever_sees_more_than_permitted(int seed)
    {
        // Each request arrives somewhere between sending and answer; both delays are drawn.
        var random = new Random(seed);
        const int Permits = 7;
        TimeSpan span = TimeSpan.FromSeconds(1);
        using var window = new RollingWindow(Permits, span, _clock);
        List<DateTimeOffset> arrivals = [];
        List<(DateTimeOffset Answer, RateLimitLease Lease)> underWay = [];
        Queue<Task<RateLimitLease>> waiting = new();

        for (int step = 0; step < 4000; step++)
        {
            while (waiting.Count < 3)
                waiting.Enqueue(window.EnterAsync(default).AsTask());
            while (waiting.Count > 0 && waiting.Peek().IsCompleted)
            {
                TimeSpan toServer = TimeSpan.FromMilliseconds(random.Next(200)), back = TimeSpan.FromMilliseconds(random.Next(200));
                arrivals.Add(_clock.GetUtcNow() + toServer);
                underWay.Add((_clock.GetUtcNow() + toServer + back, await waiting.Dequeue()));
            }

            _clock.Advance(TimeSpan.FromMilliseconds(10));
            foreach ((DateTimeOffset Answer, RateLimitLease Lease) done in underWay.Where(u => u.Answer <= _clock.GetUtcNow()).ToList())
            {
                underWay.Remove(done);
                window.Answered(done.Lease);
            }
        }

        arrivals.Sort();
        Assert.True(arrivals.Count > 40 * Permits * 0.75, $"{arrivals.Count} requests in 40 s");
        for (int i = Permits; i < arrivals.Count; i++)
            Assert.True(arrivals[i] - arrivals[i - Permits] >= span, $"{Permits + 1} requests within {arrivals[i] - arrivals[i - Permits]}");
    }
}
