namespace TradeBot.MarketData;

/// <summary>What stands first in a date of numbers that ends with its year, such as 03/04/2024.</summary>
public enum DateOrder
{
    /// <summary>The day: 3 April.</summary>
    DayFirst,

    /// <summary>The month: 4 March.</summary>
    MonthFirst,
}
