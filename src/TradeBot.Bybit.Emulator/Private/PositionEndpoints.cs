using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>/v5/position, and the margin mode of the account.</summary>
internal sealed class PositionEndpoints(TradingEngine engine)
{
    private AccountState Account => engine.Floor.Account;

    /// <summary>With a symbol its rows, flat ones too; without one those that are not flat.</summary>
    public JsonObject List(Fields fields, long now)
    {
        BybitCategory category = Futures(fields);
        IEnumerable<Position> positions;
        if (fields.Text("symbol") is not null)
        {
            positions = Account.RowsOf(fields.Contract(Account));
        }
        else
        {
            if (category == BybitCategory.Linear && fields.Text("settleCoin") is null && fields.Text("baseCoin") is null)
                throw Refusal.Parameter("symbol or settleCoin is required");
            positions = Account.Positions.Where(position => position.Size != 0 && position.Contract.Category == category && OrderQueries.IsIn(position.Contract, fields));
        }

        Position[] rows = [.. positions.Reverse()]; // pages are newest first; here the order of symbols
        if (engine.Floor.Dice.Faults.PositionRowsReversed)
            Array.Reverse(rows);
        JsonObject page = Paging.Page(rows, fields, 200, 20, position => Rows.Of(engine.Floor.Margin.Of(position, now), isStream: false, engine.Floor.Dice.Faults));
        page["category"] = fields.Text("category");
        return page;
    }

    /// <summary>Leverage and mode of a symbol, also without a position.</summary>
    public JsonObject SymbolInfo(Fields fields, long now)
    {
        Contract contract = Contract(fields);
        var list = new JsonArray();
        foreach (Position position in Account.RowsOf(contract))
        {
            list.Add(new JsonObject
            {
                ["symbol"] = contract.Symbol, ["positionIdx"] = position.Index, ["leverage"] = Rows.Plain(position.Leverage), ["tradeMode"] = Account.IsIsolated ? 1 : 0,
            });
        }

        return new JsonObject { ["category"] = contract.Word, ["list"] = list };
    }

    public JsonObject SetLeverage(Fields fields, long now)
    {
        engine.Positions.SetLeverage(Contract(fields), fields.NeededNumber("buyLeverage"), fields.NeededNumber("sellLeverage"), now);
        return [];
    }

    public JsonObject SwitchMode(Fields fields, long now)
    {
        if (fields.OneOf("category", null, "linear", "inverse") == "inverse")
            throw new Refusal(110029, "inverse contracts do not support hedge mode");
        bool isHedged = fields.OneOf("mode", null, "0", "3") == "3";
        if (fields.Text("symbol") is not null)
            engine.Positions.SwitchMode(fields.Contract(Account), isHedged, now);
        else
            engine.Positions.SwitchMode(fields.Needed("coin"), isHedged);
        return [];
    }

    public JsonObject TradingStop(Fields fields, long now)
    {
        engine.Positions.SetStops(PositionOf(fields), OrderFields.ReadStops(fields), now);
        return [];
    }

    public JsonObject AddMargin(Fields fields, long now)
    {
        decimal margin = fields.NeededNumber("margin");
        if (margin != Math.Round(margin, 4))
            throw Refusal.Parameter("margin has at most 4 decimals");
        Position position = PositionOf(fields);
        engine.Positions.AddMargin(position, margin, now);
        return Rows.Of(engine.Floor.Margin.Of(position, now), isStream: false, engine.Floor.Dice.Faults);
    }

    public JsonObject SetMarginMode(Fields fields, long now)
    {
        string mode = fields.OneOf("setMarginMode", null, "ISOLATED_MARGIN", "REGULAR_MARGIN", "PORTFOLIO_MARGIN");
        if (mode == "PORTFOLIO_MARGIN")
            throw new Refusal(3400045, "Set margin mode failed") { Reason = ("3400001", "Portfolio margin is not served here") };
        engine.Positions.SetMarginMode(mode == "ISOLATED_MARGIN");
        return new JsonObject { ["reasons"] = new JsonArray() };
    }

    private static BybitCategory Futures(Fields fields) =>
        fields.Category() is var category && category != BybitCategory.Spot ? category : throw Refusal.Parameter("category only supports linear and inverse");

    private Contract Contract(Fields fields)
    {
        Futures(fields);
        return fields.Contract(Account);
    }

    private Position PositionOf(Fields fields)
    {
        Contract contract = Contract(fields);
        long index = fields.Whole("positionIdx") ?? 0;
        return Array.Find(Account.RowsOf(contract), position => position.Index == index) ?? throw new Refusal(10001, "position idx not match position mode");
    }
}
