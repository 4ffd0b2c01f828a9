import { channelContract } from '../contract/contract.ts';
import { fakeTelegram, telegramDriver } from './fake-telegram.ts';

channelContract('Telegram', async () => telegramDriver(await fakeTelegram()));
