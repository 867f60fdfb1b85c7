namespace TradeBot.MarketData;

/// <summary>The format of a date.</summary>
internal enum DateShape
{
    /// <summary>2024-01-31, 2024/01/31.</summary>
    YearFirst,

    /// <summary>2024.01.31, as MetaTrader writes it.</summary>
    YearFirstDotted,

    /// <summary>20240131.</summary>
    Compact,

    /// <summary>Jan 31, 2024; 31-Jan-2024.</summary>
    Named,

    /// <summary>31/01/2024 or 01/31/2024, with slashes or dashes.</summary>
    YearLast,

    /// <summary>31.01.2024.</summary>
    YearLastDotted,
}

/// <summary>Order of day and month in a date that ends with its year, such as 03/04/2024.</summary>
public enum DateOrder
{
    /// <summary>The day: 3 April.</summary>
    DayFirst,

    /// <summary>The month: 4 March.</summary>
    MonthFirst,
}
