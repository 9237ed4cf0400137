/**
 * What all of them give, in order. Throws the first error only when the others have ended too, so that none of them goes
 * on behind the back of who has begun to clean up.
 */
export async function allOrFirstError<Result>(promises: Iterable<Promise<Result>>): Promise<Result[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
