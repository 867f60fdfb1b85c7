using System.Threading.Channels;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <content>The loop that decides, the subscriptions that feed it, and the check for commands.</content>
public sealed partial class Session
{
    private const int MostWaiting = 4096;

    private long _waitingFor = long.MaxValue;
    private long? _reportedAt, _waitingSince, _heardAt;
    private bool _isPrepared, _isSilent;
    private int _isLooking;

    /// <returns>Why it ended.</returns>
    private async Task<string> LoopAsync(ICandleStream stream, CancellationToken cancellationToken)
    {
        try
        {
            if (stream is ReplayedCandles replay)
            {
                await foreach (FeedNews news in replay.ReadAsync(_setup.Feeds.All, cancellationToken))
                    await HearAsync(news, cancellationToken);
            }
            else
            {
                await ListenAsync(stream, cancellationToken);
            }

            Decide(isPatienceOver: true);
            return "The candles ended.";
        }
        catch (StrategyAbandonedException)
        {
            return await _ended.Task; // the caller that abandoned it has halted the session and gives the reason
        }
        catch (StrategyFailedException failure)
        {
            return failure.Message;
        }
    }

    private async Task ListenAsync(ICandleStream stream, CancellationToken cancellationToken)
    {
        var news = Channel.CreateBounded<FeedNews>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] pumps = [.. _setup.Feeds.All.Select((feed, i) => (Feed: feed, Index: i)).GroupBy(f => f.Feed.Timeframe).Select(g => PumpAsync(stream, g.Key, [.. g], news.Writer, stop.Token))];
        Task all = Task.WhenAll(pumps).ContinueWith(done => news.Writer.TryComplete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            while (await WaitAsync(news.Reader, cancellationToken))
            {
                while (news.Reader.TryRead(out FeedNews one))
                    await HearAsync(one, cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync();
            await all;
        }
    }

    /// <summary>Waits for the next candle; a moment whose patience ends meanwhile is decided.</summary>
    /// <returns>False when the streams have ended.</returns>
    private async Task<bool> WaitAsync(ChannelReader<FeedNews> news, CancellationToken cancellationToken)
    {
        Task<bool> next = news.WaitToReadAsync(cancellationToken).AsTask();
        while (_waitingSince is { } since && !next.IsCompleted)
        {
            TimeSpan left = _options.Patience - _options.Clock.GetElapsedTime(since);
            using var enough = new CancellationTokenSource();
            Task patience = left > TimeSpan.Zero ? Task.Delay(left, _options.Clock, enough.Token) : Task.CompletedTask;
            if (await Task.WhenAny(next, patience) == patience)
                Decide(isPatienceOver: true);
            await enough.CancelAsync();
        }

        return await next;
    }

    /// <summary>One subscription for all symbols of a timeframe.</summary>
    private async Task PumpAsync(ICandleStream stream, Timeframe timeframe, (CandleFeed Feed, int Index)[] feeds, ChannelWriter<FeedNews> news, CancellationToken cancellationToken)
    {
        string[] symbols = [.. feeds.Select(f => f.Feed.Symbol).Distinct()];
        await foreach (CandleUpdate update in stream.SubscribeAsync(symbols, timeframe, cancellationToken))
        {
            foreach ((CandleFeed feed, int index) in feeds)
            {
                if (feed.Symbol != update.Symbol)
                    continue;
                FeedNews one = update.IsClosed
                    ? FeedNews.Closed(index, update.Candle, timeframe.NextOpen(UnixTime.FromDateTime(update.Candle.OpenTime)))
                    : FeedNews.Forming(index, update.Candle);
                await news.WriteAsync(one, cancellationToken);
            }
        }
    }

    private async Task HearAsync(FeedNews news, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Volatile.Write(ref _isSilent, false);
        _heardAt = _options.Clock.GetTimestamp();
        if (!_isPrepared)
            await PrepareAsync(news.Feed < 0 ? news.Reached : UnixTime.FromDateTime(news.Candle.OpenTime), cancellationToken);
        _core.Engine.Step(() => _core.Take(news));
        Decide(isPatienceOver: false);
    }

    private void Decide(bool isPatienceOver)
    {
        while (Step(isPatienceOver))
            isPatienceOver = false; // the wait was for one moment, not for all of them
        using (_core.Engine.Enter())
        {
            if (_core.Board.NextMoment != _waitingFor)
                (_waitingFor, _waitingSince) = (_core.Board.NextMoment, _core.Board.NextMoment == long.MaxValue ? null : _options.Clock.GetTimestamp());
            Report();
        }
    }

    private bool Step(bool isPatienceOver)
    {
        bool isDone = false;
        _core.Engine.Step(() => HaltOnFailure(() => isDone = _core.Step(isPatienceOver)));
        return isDone;
    }

    /// <summary>A strategy that throws can no longer manage its positions, so everything is closed.</summary>
    private void HaltOnFailure(Action step)
    {
        try
        {
            step();
        }
        catch (StrategyFailedException failure)
        {
            _core.Abandon();
            _core.Change(TradingState.Halted, flattens: true, "session", failure.Message);
            throw;
        }
    }

    private void Report()
    {
        if (_progress is null || (_reportedAt is { } before && _options.Clock.GetElapsedTime(before) < BetweenReports))
            return;
        _reportedAt = _options.Clock.GetTimestamp();
        _progress.Report(new SessionSummary(_ledger));
    }

    /// <summary>Before the first live candle: the warm-up, or the candles missed while the session was not running.</summary>
    private async Task PrepareAsync(long until, CancellationToken cancellationToken)
    {
        _isPrepared = true;
        if (_options.History is not { } history || (_options.WarmUp == 0 && !GoesOn))
            return;
        IReadOnlyList<BoardMoment> moments = await SessionHistory.ReadAsync(history, _setup.Feeds.All, _core.Board, until, _options.WarmUp, cancellationToken);
        if (_core.Moment == 0)
        {
            _core.Engine.Step(() => HaltOnFailure(() => _core.WarmUp(moments)));
            return;
        }

        _delay.Known = until;
        foreach (BoardMoment moment in moments)
        {
            _core.Engine.Step(() =>
            {
                foreach (BoardCandle candle in moment.Candles)
                    _core.Take(FeedNews.Closed(candle.Feed, candle.Candle, moment.Time, candle.IsSynthetic));
                _core.Take(FeedNews.Passed(moment.Time));
            });
        }

        Decide(isPatienceOver: false);
    }

    /// <summary>Checks the kill switch and the commands; if they cannot be read, the kill switch is used.</summary>
    private void LookAtControl()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
            return; // the previous check is still running
        try
        {
            string folder = _options.Folder!;
            if (ControlFolder.IsHalted(folder, out ControlCommand halt) && _core.Brake.State != TradingState.Halted)
            {
                _core.Brake.Shut(halt.By, halt.Why);
                Stop(TradingState.Halted, halt.By, halt.Why);
            }

            foreach ((string path, ControlCommand command) in ControlFolder.Waiting(folder))
            {
                Obey(command);
                File.Delete(path);
            }

            NoteSilence();
        }
        catch (LeaseLostException)
        {
            return; // the loop notices it at its next write, and ends
        }
        catch (ObjectDisposedException)
        {
            return; // the session ended meanwhile: the command stays for the next one
        }
        catch (TimeoutException)
        {
            return; // the strategy is computing: the next check tries again; with the kill switch, all orders are blocked until then
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && _core.Brake.State != TradingState.Halted)
        {
            Halt("session", $"Commands could not be read: {failure.Message}");
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    private void Obey(ControlCommand command)
    {
        switch (command.Verb)
        {
            case ControlVerb.Resume:
                Allow(command.By, command.Why);
                break;
            case ControlVerb.Reduce:
                Reduce(command.By, command.Why);
                break;
            case ControlVerb.Flatten:
                Flatten(command.By, command.Why);
                break;
            case ControlVerb.Halt:
                Halt(command.By, command.Why);
                break;
        }
    }

    /// <summary>Reports once that no candle has arrived for longer than the limits allow; without candles nothing is decided, and so nothing is opened.</summary>
    private void NoteSilence()
    {
        CandleFeed feed = _setup.Feeds.All.MinBy(f => f.Timeframe);
        if (_heardAt is not { } heard || Volatile.Read(ref _isSilent) || !feed.Timeframe.HasFixedLength || _options.Clock.GetElapsedTime(heard) < _setup.Limits.StaleAfterCandles * feed.Timeframe.Duration)
            return;
        Volatile.Write(ref _isSilent, true);
        if (!_core.Engine.TryEnter(BetweenLooks, out bool isBetween))
            return;
        try
        {
            if (!isBetween)
                return;
            _core.Note(new CandleNotice(
                CandleFault.Stale, feed.Symbol, feed.Timeframe.ToString(), UnixTime.ToDateTime(_core.Moment),
                $"No candle of any feed has arrived for {_setup.Limits.StaleAfterCandles} candles of {feed.Timeframe}."));
        }
        finally
        {
            _core.Engine.Exit();
        }
    }
}
