using System.Runtime.ExceptionServices;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>The strategies of a grid, made before any of them runs.</summary>
internal sealed class SweepSpace
{
    private readonly Dictionary<ParameterSet, int> _numbers = [];
    private readonly Dictionary<ParameterSet, ExceptionDispatchInfo> _faults = [];
    private readonly List<IStrategy> _strategies = [];

    public SweepSpace(Study study, Func<ParameterSet, IStrategy> strategy, CancellationToken cancellationToken)
    {
        ISamplerSession grid = new GridSampler().Start(study.Space, study.Seed);
        for (int number = 0; grid.Ask(number) is { } parameters; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(parameters, strategy);
        }
    }

    /// <summary>Those that could be made.</summary>
    public IReadOnlyList<IStrategy> Strategies => _strategies;

    /// <summary>The trial of a set of parameters; throws what its strategy threw.</summary>
    public SweepTrial Find(ParameterSet parameters, IReadOnlyList<SweepTrial> trials)
    {
        if (_faults.TryGetValue(parameters, out ExceptionDispatchInfo? fault))
            fault.Throw();
        SweepTrial trial = trials[_numbers[parameters]];
        if (trial.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        return trial;
    }

    private void Add(ParameterSet parameters, Func<ParameterSet, IStrategy> strategy)
    {
        try
        {
            _strategies.Add(strategy(parameters));
            _numbers[parameters] = _strategies.Count - 1;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It is thrown again where the study evaluates this trial, and recorded there.
            _faults[parameters] = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
