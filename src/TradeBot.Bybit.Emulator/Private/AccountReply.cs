using System.Text.Json.Nodes;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>An answer about the account before it is put into the envelope of REST or of the socket.</summary>
/// <param name="Code">0 for success.</param>
/// <param name="Message">OK, or what is wrong.</param>
/// <param name="Result">An object.</param>
/// <param name="Extra">What <c>retExtInfo</c> has: of a batch the outcome of each order.</param>
/// <param name="Allowance">What the endpoint still permits; null where nothing is counted.</param>
internal sealed record AccountReply(int Code, string Message, JsonObject Result, JsonObject Extra, Allowance? Allowance)
{
    public static AccountReply Error(int code, string message, Allowance? allowance = null) => new(code, message, [], [], allowance);
}

/// <summary>What an endpoint permits in a second.</summary>
/// <param name="Granted">How many of those asked for.</param>
/// <param name="Limit">In a second.</param>
/// <param name="Left">Still in this second.</param>
/// <param name="FullIn">Until one more is permitted, when none is left.</param>
internal readonly record struct Allowance(int Granted, int Limit, int Left, TimeSpan FullIn);
