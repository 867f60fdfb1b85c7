namespace TradeBot.Trading;

/// <summary>What margin an exchange asks for positions of a size.</summary>
/// <param name="From">Position value at which the bracket begins, in account currency; 0 for the first.</param>
/// <param name="MaintenanceRate">Maintenance margin on the part of the value that lies in the bracket, as a fraction; in [0, 1).</param>
/// <param name="MaxLeverage">Largest leverage of a position whose value lies in the bracket; at least 1.</param>
public readonly record struct MarginBracket(double From, double MaintenanceRate, double MaxLeverage);
