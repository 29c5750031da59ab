import { signatureProblem } from './s3-signature.js';

/** The first example of the description of the signature at AWS, with its published keys and result. */
const example = {
  method: 'GET',
  url: '/test.txt',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
};
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

describe('the signature of a request to S3', () => {
  it('is recomputed as AWS publishes it', () => {
    expect(signatureProblem(example, credentials)).toBeNull();
  });

  it('does not hold for another path, query, header or secret', () => {
    expect(signatureProblem({ ...example, url: '/other.txt' }, credentials)).toBe('SignatureDoesNotMatch');
    expect(signatureProblem({ ...example, url: '/test.txt?uploads=' }, credentials)).toBe('SignatureDoesNotMatch');
    expect(signatureProblem({ ...example, headers: { ...example.headers, range: 'bytes=0-99' } }, credentials)).toBe('SignatureDoesNotMatch');
    expect(signatureProblem(example, { ...credentials, secretAccessKey: 'other' })).toBe('SignatureDoesNotMatch');
    expect(signatureProblem(example, { ...credentials, accessKeyId: 'other' })).toBe('InvalidAccessKeyId');
    expect(signatureProblem({ ...example, headers: { host: 'x' } }, credentials)).toBe('MissingAuthenticationToken');
  });
});
