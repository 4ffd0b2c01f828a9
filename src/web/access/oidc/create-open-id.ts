/**
 * OpenID Connect Core 1.0: the code flow with PKCE (RFC 7636), state, nonce, and the id token's signature held against the provider's keys. openid-client is
 * known here only.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from 'openid-client';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Claims, OpenId, OpenIdOptions } from './open-id.ts';

const patienceSeconds = 10;
/** clocks of two machines differ by so much at most */
const toleranceSeconds = 30;

/** The provider is asked when somebody signs in for the first time, so that the server starts without it. */
export function createOpenId(options: OpenIdOptions): OpenId {
  let known: Promise<Configuration> | undefined;

  async function provider(): Promise<Configuration> {
    known ??= discover(options);
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw unreachable(options, cause);
    }
  }

  return {
    options,
    async begin(callback) {
      const config = await provider();
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: options.scopes.join(' '),
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, attempt };
    },
    async finish(address, { state, nonce, verifier }) {
      const config = await provider();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      try {
        const tokens = await authorizationCodeGrant(config, new URL(address), checks);
        const said = tokens.claims();
        return said ? { ...(await moreClaims(config, tokens.access_token, said.sub)), ...said } : {};
      } catch (cause) {
        throw isRefusal(cause) ? refused(cause) : unreachable(options, cause);
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OpenIdOptions): Promise<Configuration> {
  const address = new URL(issuer);
  const isPlain = address.protocol === 'http:';
  const found = await discovery(address, clientId, undefined, None(), {
    timeout: patienceSeconds,
    ...(isPlain ? { execute: [allowInsecureRequests] } : {}),
  });
  const server = found.serverMetadata();
  const config = new Configuration(
    server,
    clientId,
    { [clockTolerance]: toleranceSeconds },
    proofOf(server, clientSecret),
  );
  config.timeout = patienceSeconds;
  enableNonRepudiationChecks(config);
  if (isPlain) allowInsecureRequests(config);
  return config;
}

/** How the client says who it is: by the header, unless the provider names other ways only. */
function proofOf({ token_endpoint_auth_methods_supported: ways }: ServerMetadata, clientSecret: string | undefined) {
  if (clientSecret === undefined) return None();
  const takesHeader = ways === undefined || ways.includes('client_secret_basic');
  return takesHeader ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
}

/** Many providers put names and groups into the user info only. */
async function moreClaims(config: Configuration, accessToken: string, subject: string): Promise<Claims> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return fetchUserInfo(config, accessToken, subject);
}

/** Everything but a line that breaks or a clock that runs out. */
function isRefusal(cause: unknown): cause is Error {
  if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) return true;
  return cause instanceof ClientError && cause.code !== 'OAUTH_TIMEOUT';
}

function refused(cause: Error): TouchpointError {
  const why = [cause.message, cause.cause instanceof Error ? cause.cause.message : ''].filter(Boolean).join(': ');
  return new TouchpointError('SIGN_IN_REFUSED', `what the sign-in service answered does not hold: ${why}`, {
    fix: 'begin again from the sign-in page, in one window; if it stays so, compare signIn.oidc of touchpoint.yaml with the client at the provider',
    cause,
  });
}

function unreachable({ issuer }: OpenIdOptions, cause: unknown): TouchpointError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new TouchpointError('SIGN_IN_UNREACHABLE', `the sign-in service at ${issuer} cannot be used: ${why}`, {
    fix: 'try again in a moment; if it stays so, check signIn.oidc.issuer in touchpoint.yaml and whether this server can reach it',
    cause,
  });
}
