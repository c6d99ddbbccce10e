using Relata.Server.Commands;

return await CommandLine.OfThisProcess().RunAsync(args);
