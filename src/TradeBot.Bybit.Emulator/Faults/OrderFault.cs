namespace TradeBot.Exchanges.Emulator.Faults;

/// <summary>What goes wrong with one order request.</summary>
internal enum OrderFault
{
    None,
    RequestLost,
    AnswerLost,
    AnswerDelayed,
    ErrorWithoutEffect,
    ErrorAfterEffect,
    TimeoutAfterEffect,
    RateLimited,
}
