import { channelContract } from '../contract/contract.ts';
import { webDriver } from './web-driver.ts';

channelContract('web (Direct Line)', webDriver);
