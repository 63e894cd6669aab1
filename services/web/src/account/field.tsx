'use client';

import clsx from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';

interface Props extends Omit<ComponentProps<'input'>, 'onChange' | 'id'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A labelled input with its hint and error; a password can be shown. */
export function Field({ label, hint, error, onChange, type = 'text', ...rest }: Props) {
  const t = useTranslations('account');
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const isLatin = type === 'email';
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          type={secret && shown ? 'text' : type}
          className={clsx('field', secret && 'pe-12', isLatin && 'rtl:text-right')}
          // Else an address half typed, as in "ada@", stands the wrong way round between words from right to left.
          dir={isLatin ? 'ltr' : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={described}
          autoCapitalize={type === 'text' ? 'words' : 'none'}
          spellCheck={false}
          required
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
        {secret && (
          <IconButton
            aria-label={shown ? t('hidePassword') : t('showPassword')}
            className="absolute inset-y-0 end-0"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          </IconButton>
        )}
      </div>
      {hint && !error && (
        <p id={`${id}-hint`} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
