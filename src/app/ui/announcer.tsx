/** Speaks a change that is seen but not focused, such as "12 users found". */
export function Announcer({ message }: { message: string }) {
  return (
    <div role="status" className="sr-only">
      {message}
    </div>
  );
}
