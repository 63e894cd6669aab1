import type { ReactNode } from 'react';

interface Props {
  failure?: ReactNode;
  success?: ReactNode;
}

/** What became of a form: both places are always there, so that what appears in them is read out. */
export function FormAnswer({ failure, success }: Props) {
  return (
    <>
      <div role="alert" className="empty:hidden">
        {failure && (
          <p className="rounded-lg bg-danger-soft px-3 py-2 text-sm whitespace-pre-line text-danger">
            {failure}
          </p>
        )}
      </div>
      <div role="status" className="empty:hidden">
        {success && <p className="rounded-lg bg-pine-soft px-3 py-2 text-sm text-pine-deep">{success}</p>}
      </div>
    </>
  );
}
