using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The state of a rule on one symbol: its position, and since when.</summary>
/// <remarks>The decisions are defined by the table on <see cref="RuleDefinition"/>.</remarks>
internal sealed class SymbolRule
{
    private readonly RuleDefinition _rule;
    private readonly FeedState _feed;
    private readonly int _symbol;
    private readonly double _share;
    private readonly SideRule _long;
    private readonly SideRule _short;
    private readonly Node? _pyramid;
    private readonly int _timeStop;
    private readonly int _cooldown;
    private int _side;
    private int _held;
    private int _added;
    private int _wait;
    private bool _grew;

    public SymbolRule(RuleDefinition rule, FeedState feed, int symbol, double share, ExpressionCompiler compiler)
    {
        (_rule, _feed, _symbol, _share) = (rule, feed, symbol, share);
        _long = new SideRule(rule, rule.Long, rule.ExitLong, feed, compiler);
        _short = new SideRule(rule, rule.Short, rule.ExitShort, feed, compiler);
        _pyramid = rule.Pyramid is { } pyramid ? compiler.Compile(pyramid.When, feed) : null;
        _timeStop = rule.TimeStop is { } candles ? (int)candles.Value : int.MaxValue;
        _cooldown = rule.Cooldown is { } wait ? (int)wait.Value : 0;
    }

    public void Decide(TargetExposures targets)
    {
        if (!_feed.IsFresh)
            return;

        if (_wait > 0)
            _wait--;
        int closed = _side != 0 ? Hold(targets) : 0;
        if (_side == 0 && _wait == 0)
            Enter(targets, closed);
    }

    private SideRule Side => _side > 0 ? _long : _short;

    private SideRule OtherSide => _side > 0 ? _short : _long;

    /// <summary>Manages an open position.</summary>
    /// <returns>The side that a decision closed; 0 when none.</returns>
    private int Hold(TargetExposures targets)
    {
        _held++;
        int side = _side;
        bool refused = targets.RefusalOf(_symbol) is not null;
        if (targets[_symbol] == 0)
        {
            Leave();

            // A position that was never filled starts no cooldown.
            _wait = refused ? 0 : _wait;
            return 0;
        }

        if (refused && _grew)
            _added--;
        _grew = false;

        bool isSignalled = Side.ExitIsTrue || (OtherSide.EntryIsTrue && !Side.EntryIsTrue);
        if (isSignalled || _held >= _timeStop)
        {
            if (isSignalled)
                targets[_symbol] = 0;
            else
                targets.CloseByTimeStop(_symbol);
            Leave();
            return side;
        }

        Grow(targets);
        return 0;
    }

    private void Leave()
    {
        _side = 0;
        _wait = _cooldown == 0 ? 0 : _cooldown + 1;
    }

    private void Grow(TargetExposures targets)
    {
        if (_pyramid is { Value: 1 } && _added < _rule.Pyramid!.Times)
        {
            double size = Math.Min(Math.Abs(targets[_symbol]) + (_rule.Pyramid.Size * _share), _share);
            targets[_symbol] = _side * size;
            _added++;
            _grew = true;
        }

        if (Side.Restates)
            targets.Protect(_symbol, Side.Restated(targets.LevelsOf(_symbol)));
    }

    private void Enter(TargetExposures targets, int closed)
    {
        bool isLong = _long.EntryIsTrue, isShort = _short.EntryIsTrue;
        if (isLong == isShort || closed == (isLong ? 1 : -1))
            return;

        SideRule side = isLong ? _long : _short;
        double size = Math.Min(side.Size, 1) * _share;
        if (side.ExitIsTrue || !(size > 0) || !side.TryLevels(out ProtectiveLevels levels))
            return;

        _side = isLong ? 1 : -1;
        (_held, _added, _grew) = (0, 0, false);
        targets[_symbol] = _side * size;
        if (!levels.IsEmpty)
            targets.Protect(_symbol, levels);
    }
}
