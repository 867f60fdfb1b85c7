namespace TradeBot.Notebooks;

/// <summary>A message together with the way back to its sender.</summary>
/// <param name="Message">What was asked.</param>
/// <param name="Socket">The channel it came on.</param>
/// <param name="Peer">The sender's identity, which is the same on all its channels.</param>
internal sealed record JupyterRequest(JupyterMessage Message, RouterSocket Socket, string Peer);
