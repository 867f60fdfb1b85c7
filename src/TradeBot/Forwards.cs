using System.Runtime.CompilerServices;
using TradeBot.Exchanges;
using TradeBot;

// A notebook references TradeBot.dll, and its compiler finds the assemblies that this one references, no others.
[assembly: TypeForwardedTo(typeof(StudyExtensions))]
[assembly: TypeForwardedTo(typeof(ValidationExtensions))]
[assembly: TypeForwardedTo(typeof(HoldoutExtensions))]
[assembly: TypeForwardedTo(typeof(Paper))]
[assembly: TypeForwardedTo(typeof(Bybit))]
