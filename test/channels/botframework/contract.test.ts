import { channelContract } from '../contract/contract.ts';
import { botFrameworkDriver, fakeService } from './fake-service.ts';

channelContract('Bot Framework', async () => botFrameworkDriver(await fakeService()));
