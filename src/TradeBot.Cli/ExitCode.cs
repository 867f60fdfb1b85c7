namespace TradeBot.Cli;

/// <summary>The exit codes; each command's help explains its own.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The work ran and its outcome is a failure.</summary>
    public const int Failure = 1;

    /// <summary>The command line, a file or a parameter is wrong; no work was done for it.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl+C: 128 + SIGINT, as shells count.</summary>
    public const int Cancelled = 130;
}
