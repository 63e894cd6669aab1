'use client';

import { CalendarClock, Check, Flag, type LucideIcon, RotateCcw, Tag, Trash2, X } from 'lucide-react';
import * as Menu from 'radix-ui/dropdown-menu';
import * as Popover from 'radix-ui/popover';
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { isTyping } from '../commands/keys.ts';
import { Button, IconButton } from '../ui/button.tsx';
import type { BulkChange } from './changes/change.ts';
import { dayFromNow } from './local-time.ts';

interface Props {
  tasks: readonly Task[];
  isAll: boolean;
  knownTags: readonly string[];
  onAll: () => void;
  onDone: () => void;
  onChange: (change: BulkChange) => void;
}

/** A phone has room for all of them in one row, the words below their signs. */
const act =
  'gap-1.5 px-2.5 text-sm max-sm:min-h-12 max-sm:flex-1 max-sm:flex-col max-sm:gap-0.5 max-sm:px-0.5 max-sm:text-xs';
const priorities = ['high', 'medium', 'low'] as const;
const dues = [
  ['today', 0],
  ['tomorrow', 1],
  ['inAWeek', 7],
  ['noDue', undefined],
] as const;

/** What can be done to all that is selected, at once. */
export default function BulkBar({ tasks, isAll, knownTags, onAll, onDone, onChange }: Props) {
  const t = useTranslations('tasks');
  const none = tasks.length === 0;
  const areDone = !none && tasks.every(({ completed }) => completed);
  useEscape(onDone);
  useFocusGivenBack();
  return (
    <div
      role="toolbar"
      aria-label={t('bulk')}
      className="rise grid border-b border-line bg-paper px-2 py-1 wide:px-3"
    >
      <div className="flex items-center gap-1">
        <p role="status" className="min-w-0 flex-1 ps-2 text-sm font-medium tabular-nums">
          {none ? t('selectHint') : t('selected', { count: tasks.length })}
        </p>
        <Button look="plain" disabled={isAll} onClick={onAll} className="px-3 text-sm disabled:text-ink-soft">
          {t('selectAll')}
        </Button>
        <IconButton aria-label={t('selectDone')} onClick={onDone}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {!none && (
        <div className="flex sm:flex-wrap">
          <Act
            Icon={areDone ? RotateCcw : Check}
            words={t(areDone ? 'bulkReopen' : 'bulkComplete')}
            onClick={() => onChange({ action: areDone ? 'reopen' : 'complete' })}
          />
          <Choice Icon={CalendarClock} words={t('dueField')}>
            {dues.map(([words, days]) => (
              <Item
                key={words}
                words={t(words)}
                onSelect={() => onChange({ action: 'change', changes: dueIn(days) })}
              />
            ))}
          </Choice>
          <Choice Icon={Flag} words={t('priority')}>
            {priorities.map((priority) => (
              <Item
                key={priority}
                words={t(`priority_${priority}`)}
                onSelect={() => onChange({ action: 'change', changes: { priority } })}
              />
            ))}
          </Choice>
          <TagChoice knownTags={knownTags} onChange={onChange} />
          <Act
            Icon={Trash2}
            words={t('remove')}
            className="text-danger!"
            onClick={() => onChange({ action: 'delete' })}
          />
        </div>
      )}
    </div>
  );
}

function dueIn(days: number | undefined): NonNullable<BulkChange['changes']> {
  if (days === undefined) return { due_date: null, due_at: null, recurrence: null };
  return { due_date: dayFromNow(days), due_at: null };
}

/** Escape ends selecting, where nothing else is open that it would close. */
function useEscape(onDone: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (isTyping(event.target)) return;
      if (!document.querySelector('[role=dialog], [role=menu]')) onDone();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onDone]);
}

/** The bar goes away with the button that ended it: the focus returns to where it was when selecting began. */
function useFocusGivenBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
}

interface ActProps {
  Icon: LucideIcon;
  words: string;
  className?: string;
  onClick?: () => void;
}

function Act({ Icon, words, className = '', ...rest }: ActProps) {
  return (
    <Button look="plain" className={`${act} ${className}`} {...rest}>
      <Icon size={16} aria-hidden />
      {words}
    </Button>
  );
}

function Choice({ Icon, words, children }: { Icon: LucideIcon; words: string; children: ReactNode }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>
        <Button look="plain" className={act}>
          <Icon size={16} aria-hidden />
          {words}
        </Button>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content sideOffset={4} collisionPadding={8} className="menu">
          {children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ words, onSelect }: { words: string; onSelect: () => void }) {
  return (
    <Menu.Item className="menu-item" onSelect={onSelect}>
      {words}
    </Menu.Item>
  );
}

function TagChoice({ knownTags, onChange }: Pick<Props, 'knownTags' | 'onChange'>) {
  const t = useTranslations('tasks');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [tag, setTag] = useState('');
  const named = tag.trim().replace(/^#/, '');
  const finish = (change: Pick<BulkChange, 'add_tags' | 'remove_tags'>) => {
    setOpen(false);
    setTag('');
    if (named) onChange({ action: 'change', ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish({ add_tags: [named] });
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="plain" className={act}>
          <Tag size={16} aria-hidden />
          {t('tag')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('tag')}
          className="z-50 w-72 rounded-xl border border-line bg-surface p-3 shadow-raised"
        >
          <form onSubmit={submit} className="grid gap-2">
            <label htmlFor={id} className="text-sm font-medium">
              {t('tag')}
            </label>
            <input
              id={id}
              dir={tag ? 'auto' : undefined}
              list={`${id}-known`}
              value={tag}
              maxLength={50}
              autoComplete="off"
              onChange={(event) => setTag(event.target.value)}
              className="field"
            />
            <datalist id={`${id}-known`}>
              {knownTags.map((known) => (
                <option key={known} value={known} />
              ))}
            </datalist>
            <div className="flex gap-2">
              <Button type="submit" className="flex-auto px-2 text-sm whitespace-nowrap">
                {t('addTag')}
              </Button>
              <Button
                look="outline"
                className="flex-auto px-2 text-sm whitespace-nowrap"
                onClick={() => finish({ remove_tags: [named] })}
              >
                {t('takeTag')}
              </Button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
