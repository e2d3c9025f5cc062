import { faultCode, faultText } from '../src/verify/program-fault.ts';
import { verifyCommand } from './verify-command.ts';

process.on('uncaughtException', (error) => {
  process.stderr.write(faultText(error));
  process.exit(faultCode);
});

process.exitCode = await verifyCommand(process.argv.slice(2));
