using System.Runtime.CompilerServices;

// A notebook finds Bybit's library by the reference of this assembly, which the compiler would drop: nothing else here uses it.
[assembly: TypeForwardedTo(typeof(TradeBot.Bybit))]
