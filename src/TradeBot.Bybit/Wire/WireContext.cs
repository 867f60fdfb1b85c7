using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Reads and writes the exchange's JSON: unknown fields are ignored, <c>""</c> is absent, numbers keep every digit. Read with <see cref="WireReader"/>.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TextDecimalConverter), typeof(TextWholeConverter), typeof(TextDoubleConverter), typeof(TextIntConverter), typeof(TextFlagConverter), typeof(TextConverter)])]
[JsonSerializable(typeof(ReplyHead))]
[JsonSerializable(typeof(Reply<NoResult>))]
[JsonSerializable(typeof(Reply<ServerTime>))]
[JsonSerializable(typeof(Reply<KlinePage>))]
[JsonSerializable(typeof(Reply<Page<InstrumentRow>>))]
[JsonSerializable(typeof(Reply<Page<TickerRow>>))]
[JsonSerializable(typeof(Reply<BookRow>))]
[JsonSerializable(typeof(Reply<Page<TradeRow>>))]
[JsonSerializable(typeof(Reply<Page<FundingRow>>))]
[JsonSerializable(typeof(Reply<Page<OpenInterestRow>>))]
[JsonSerializable(typeof(Reply<Page<AccountRatioRow>>))]
[JsonSerializable(typeof(Reply<PriceLimitRow>))]
[JsonSerializable(typeof(Reply<Page<RiskLimitRow>>))]
[JsonSerializable(typeof(Reply<Page<SystemStatusRow>>))]
[JsonSerializable(typeof(Reply<KeyRow>))]
[JsonSerializable(typeof(Reply<AccountRow>))]
[JsonSerializable(typeof(Reply<Page<FeeRateRow>>))]
[JsonSerializable(typeof(Reply<Page<CollateralRow>>))]
[JsonSerializable(typeof(Reply<Page<WalletRow>>))]
[JsonSerializable(typeof(Reply<Page<TransactionRow>>))]
[JsonSerializable(typeof(Reply<OrderAck>))]
[JsonSerializable(typeof(Reply<OrderAckList>))]
[JsonSerializable(typeof(Reply<Page<OrderRow>>))]
[JsonSerializable(typeof(Reply<Page<ExecutionRow>>))]
[JsonSerializable(typeof(Reply<Page<PositionRow>>))]
[JsonSerializable(typeof(Reply<Page<ClosedPnlRow>>))]
[JsonSerializable(typeof(BatchOutcomes))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(StreamRequest))]
[JsonSerializable(typeof(StreamMessage))]
[JsonSerializable(typeof(SubscriptionOutcome))]
[JsonSerializable(typeof(IReadOnlyList<KlinePush>))]
[JsonSerializable(typeof(IReadOnlyList<TradePush>))]
[JsonSerializable(typeof(IReadOnlyList<OrderRow>))]
[JsonSerializable(typeof(IReadOnlyList<ExecutionRow>))]
[JsonSerializable(typeof(IReadOnlyList<PositionRow>))]
[JsonSerializable(typeof(IReadOnlyList<WalletRow>))]
[JsonSerializable(typeof(IReadOnlyList<GreeksRow>))]
[JsonSerializable(typeof(IReadOnlyList<SystemStatusRow>))]
[JsonSerializable(typeof(TickerRow))]
[JsonSerializable(typeof(BookRow))]
[JsonSerializable(typeof(PriceLimitRow))]
[JsonSerializable(typeof(OrderAck))]
internal sealed partial class WireContext : JsonSerializerContext;
